/** The nonce of this page's content security policy; undefined where none was sent, as in development. */
export const nonce: string | undefined =
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce || undefined

/**
 * Puts the nonce on every `<style>` that code adds. antd takes it from its ConfigProvider, but what locks scrolling and
 * measures scrollbars makes elements of its own.
 */
export function signStyles(): void {
  if (!nonce) return
  const createElement = document.createElement.bind(document)
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = createElement(name, options)
    if (element instanceof HTMLStyleElement) element.nonce = nonce
    return element
  }
}
