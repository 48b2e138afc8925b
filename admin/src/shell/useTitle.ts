import { useEffect } from 'react'

/** The title of the document; pages of the panel need not call it, theirs is their heading. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = titled(title)
  }, [title])
}

/** `Clientes · Ficha` */
export const titled = (title: string): string => (title ? `${title} · Ficha` : 'Ficha')
