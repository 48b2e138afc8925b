import '@ant-design/v5-patch-for-react-19'
import './providers/back.ts'
import './shell/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { preload } from './preload.ts'
import { forgetWhenLeft } from './providers/session.ts'
import { followOtherTabs } from './providers/tabs.ts'
import { signStyles } from './shell/nonce.ts'

signStyles()
followOtherTabs()
forgetWhenLeft()
preload(location.pathname)

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
