import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from '../readme/blocks.ts'

/** A copy of the project to work in; packages are borrowed, but its workspaces are its own. */
export function copyProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'ficha-dev-'))
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' })
  for (const path of listed.split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(copy, path)), { recursive: true })
    cpSync(join(root, path), join(copy, path), { force: true })
  }
  borrow(join(root, 'node_modules'), join(copy, 'node_modules'))
  mkdirSync(join(copy, 'node_modules', '@ficha'))
  for (const workspace of ['api', 'admin'])
    symlinkSync(join(copy, workspace), join(copy, 'node_modules', '@ficha', workspace))
  return copy
}

function borrow(from: string, to: string): void {
  mkdirSync(to)
  for (const name of readdirSync(from)) {
    if (name !== '@ficha' && name !== '.vite') symlinkSync(join(from, name), join(to, name))
  }
}
