import type { FetchAnswer } from './safe-fetch.ts'

/**
 * The body of an answer as text, by the charset its content type names; UTF-8 where it names none or an unknown one.
 * Bytes that are none in that charset become replacement characters.
 */
export function decodeBody({ headers, bytes }: Pick<FetchAnswer, 'headers' | 'bytes'>): string {
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(headers['content-type'] ?? '')?.[1]
  return decoderFor(charset ?? 'utf-8').decode(bytes)
}

function decoderFor(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset)
  } catch {
    return new TextDecoder()
  }
}
