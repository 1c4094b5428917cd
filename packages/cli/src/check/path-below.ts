import { relative, sep } from 'node:path'

/** The path of something below a folder, as the user would write it. */
export function pathBelow(path: string, absolute: string, below: string): string {
  const rest = below === '' ? '' : relative(absolute, below)
  const given = path.replaceAll('\\', '/').replace(/(?<=.)\/+$/, '')
  if (rest === '') return given
  const tail = rest.split(sep).join('/')
  return given === '/' ? `/${tail}` : `${given}/${tail}`
}
