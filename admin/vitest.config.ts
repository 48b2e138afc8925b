import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { leanPackages } from './build/lean.ts'

export default defineConfig({
  plugins: [react()],
  resolve: { alias: leanPackages },
  test: {
    environment: 'jsdom',
    include: ['{src,build}/**/*.test.{ts,tsx}'],
    setupFiles: ['test/setup.ts'],
    // antd and Refine are read once for all files; `test/setup.ts` takes back what a test leaves behind.
    isolate: false,
    restoreMocks: true,
    unstubGlobals: true,
    testTimeout: 60_000,
    // Else react-router is loaded twice, once as CommonJS, and its contexts do not meet.
    server: { deps: { inline: [/@refinedev\//] } },
  },
})
