import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { isPure, leanPackages } from './build/lean.ts'
import { precompress } from './build/precompress.ts'

const api = `http://localhost:${process.env.PORT ?? 3000}`

export default defineConfig({
  plugins: [react(), precompress()],
  resolve: { alias: leanPackages },
  build: {
    target: 'es2022',
    sourcemap: false,
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => !isPure(id) } },
  },
  server: {
    // The API compares Origin and Host, so that both must stay what the browser sent.
    proxy: { '/api': { target: api, changeOrigin: false } },
  },
})
