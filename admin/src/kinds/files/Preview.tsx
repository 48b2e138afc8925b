import { useEffect, useRef } from 'react'

interface PreviewProps {
  source: File
  className: string | undefined
  alt: string
}

/** Pixels of the longer side, as of a thumbnail. */
const side = 256

/** An image from this machine, drawn as its thumbnail will be: a canvas needs no address that the Content-Security-Policy would have to allow. */
export function Preview({ source, className, alt }: PreviewProps) {
  const canvas = useRef<HTMLCanvasElement>(null)

  useEffect(() => {
    let isShown = true
    void draw(source, () => (isShown ? canvas.current : null))
    return () => {
      isShown = false
    }
  }, [source])

  return (
    <canvas
      ref={canvas}
      className={className}
      width={1}
      height={1}
      {...(alt ? { role: 'img', 'aria-label': alt } : { 'aria-hidden': true })}
    />
  )
}

async function draw(source: File, canvasNow: () => HTMLCanvasElement | null): Promise<void> {
  // What cannot be drawn here is shown once it is saved.
  const image = await globalThis.createImageBitmap?.(source).catch(() => undefined)
  const canvas = canvasNow()
  if (image && canvas) {
    const scale = Math.min(1, side / Math.max(image.width, image.height))
    canvas.width = Math.max(1, Math.round(image.width * scale))
    canvas.height = Math.max(1, Math.round(image.height * scale))
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  }
  image?.close()
}
