const mostCharacters = 1_000_000

/** Reads standard input to its end; from a terminal one line, without showing it. What is too long is cut. */
export async function readSecretInput(say: (text: string) => void): Promise<string> {
  const { stdin } = process
  if (!stdin.isTTY) return readAll(stdin)
  say('Paste the token and press Enter; it is not shown.\n')
  // In raw mode the terminal shows nothing of what is typed.
  stdin.setRawMode(true)
  try {
    return await readLine(stdin)
  } finally {
    stdin.setRawMode(false)
    stdin.pause()
  }
}

async function readAll(stream: AsyncIterable<Uint8Array | string>): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of stream) {
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    if (text.length > mostCharacters) break
  }
  return text
}

const endings: ReadonlySet<string> = new Set(['\r', '\n', '\u0003', '\u0004'])

async function readLine(stream: AsyncIterable<Uint8Array | string>): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of stream) {
    for (const character of typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })) {
      if (character === '\u0003') return ''
      if (endings.has(character)) return text
      if (character === '\u007f') text = text.slice(0, -1)
      else text += character
      if (text.length > mostCharacters) return text
    }
  }
  return text
}
