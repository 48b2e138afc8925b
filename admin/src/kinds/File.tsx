import { FileCell } from './files/FileCell.tsx'
import { fileKind } from './files/fileKind.ts'
import type { KindView } from './view.ts'

/** A file: its name leads to it. */
export const file: KindView = { ...fileKind, Cell: FileCell, width: 220 }
