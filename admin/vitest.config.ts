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
    restoreMocks: true,
    unstubGlobals: true,
    testTimeout: 20_000,
    // Else react-router is loaded twice, once as CommonJS, and its contexts do not meet.
    server: { deps: { inline: [/@refinedev\//] } },
  },
})
