import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { decodeText } from '@sevenstep/connector-schema'
import { formatNames, readAppRegistration } from '@sevenstep/sign-in-checks'
import type { DocumentSource } from '../source.ts'
import { appRegistrationDocument } from './app-registration-document.ts'

/** What a file that is no connector's is, told by its content; nothing when no step knows it. */
export function findDocument(path: string, absolute: string, bytes: Uint8Array): DocumentSource | undefined {
  const name = basename(absolute)
  const read = (content: Uint8Array) => {
    const { text, isUtf8 } = decodeText(name, content)
    return readAppRegistration(name, text, isUtf8)
  }
  const { registration } = read(bytes)
  if (registration === undefined) return undefined
  return {
    path,
    kind: 'app registration',
    folder: undefined,
    file: { role: name, absolute },
    location: dirname(absolute),
    document: appRegistrationDocument(`an app registration in ${formatNames[registration.format]}`, (text) =>
      text === undefined ? read(readFileSync(absolute)) : readAppRegistration(name, text),
    ),
  }
}
