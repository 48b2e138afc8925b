import { fileKind } from './files/fileKind.ts'
import { ImageCell } from './files/ImageCell.tsx'
import type { KindView } from './view.ts'

/** An image, shown as what it is. */
export const image: KindView = { ...fileKind, Cell: ImageCell, width: 120 }
