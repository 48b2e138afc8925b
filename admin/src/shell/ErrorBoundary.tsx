import { BugOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Component, type PropsWithChildren } from 'react'
import { useWords } from '../providers/i18n.ts'
import { State } from '../record/states/State.tsx'

/** Keeps a fault in one page from taking the rest of the screen with it. Give it the address as `key`, so that leaving mends it. */
export class ErrorBoundary extends Component<PropsWithChildren, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? <Broken /> : this.props.children
  }
}

/** A page whose code is gone since a new version was installed also ends here: loading it afresh mends both. */
function Broken() {
  const say = useWords()
  return (
    <State icon={<BugOutlined />} title={say('shell.broken.title')} detail={say('shell.broken.detail')} page alert>
      <Button type="primary" onClick={() => location.reload()}>
        {say('shell.reload')}
      </Button>
    </State>
  )
}
