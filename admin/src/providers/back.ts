type Hears = (event: PopStateEvent) => void

let hears: Hears | undefined

/**
 * Lets one listener hear of Back and Forward before the router does; the answer stops it. Window listeners run in the order in
 * which they were added, capturing ones too in Chromium, so that this module is loaded by `main.tsx`, before any router.
 */
export function hearBackFirst(listener: Hears): () => void {
  hears = listener
  return () => {
    if (hears === listener) hears = undefined
  }
}

window.addEventListener('popstate', (event) => hears?.(event))
