import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { UploadedFile } from '../checks/worker/messages.ts'

/** Every file of a folder as a browser would send it, below a folder of that name. */
export function filesBelow(folder: string, name: string): readonly UploadedFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const place = join(entry.parentPath, entry.name)
      const path = [name, ...relative(folder, place).split(sep)].filter((step) => step !== '').join('/')
      return { path, bytes: new Uint8Array(readFileSync(place)) }
    })
    .sort((left, right) => (left.path < right.path ? -1 : 1))
}

/** The example connector with planted faults, below a folder of the name given. */
export function sample(name = 'car-rental'): readonly UploadedFile[] {
  return filesBelow(join(import.meta.dirname, '../../../../examples/planted-faults/car-rental'), name)
}

/** The example with one text of it changed. */
export function sampleWith(path: string, change: (text: string) => string): readonly UploadedFile[] {
  return sample().map((file) => {
    if (file.path !== path) return file
    return { path, bytes: new TextEncoder().encode(change(new TextDecoder().decode(file.bytes))) }
  })
}
