import type { NotificationProvider } from '@refinedev/core'
import { App } from 'antd'
import { useMemo } from 'react'
import { announce } from './announce.ts'

export interface Notify {
  /** It worked: said for a moment, and read out politely. */
  success(text: string): void
  /** It did not: stays until closed, and is read out at once. */
  error(text: string, description?: string): void
}

/** Says how things went, to the eye and to the screen reader. */
export function useNotify(): Notify {
  const { message, notification } = App.useApp()
  return useMemo(
    () => ({
      success(text) {
        // antd's message is no live region.
        announce(text)
        void message.success(text, 4)
      },
      error(text, description) {
        notification.error({ message: text, description, role: 'alert', duration: 0, placement: 'topRight' })
      },
    }),
    [message, notification],
  )
}

/** Refine's own texts: pages say themselves what they saved and what did not load, so that only failed changes are left. */
export function useNotificationProvider(): NotificationProvider {
  const notify = useNotify()
  return useMemo(
    () => ({
      open({ key = '', type, message, description }) {
        if (type === 'error' && !/-use[A-Z]/.test(key)) notify.error(description ?? message)
      },
      close: () => undefined,
    }),
    [notify],
  )
}
