import { announce } from './announce.ts'
import { droppedFiles, type NamedFile, pickedFiles } from './dropped-files.ts'
import { uploadEvents } from './upload-events.ts'

/**
 * Forms marked `data-upload="<id>"`: files and folders may be dropped on them, and while the server checks, the list with
 * that id fills with a row for each file. Without scripts the same form is sent as a whole.
 */
export function startUploads(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-upload]')) enhance(form)
}

function enhance(form: HTMLFormElement): void {
  const inputs = [...form.querySelectorAll<HTMLInputElement>('input[type="file"]')]
  if (inputs.length === 0) return
  form.classList.add('is-live')
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    send(
      form,
      inputs.flatMap(({ files }) => (files === null ? [] : pickedFiles(files))),
    )
  })
  for (const input of inputs) input.addEventListener('change', () => form.requestSubmit())
  form.addEventListener('dragover', (event) => {
    event.preventDefault()
    form.classList.add('is-over')
  })
  form.addEventListener('dragleave', () => form.classList.remove('is-over'))
  form.addEventListener('drop', async (event) => {
    event.preventDefault()
    form.classList.remove('is-over')
    if (event.dataTransfer === null) return
    say(form, form.dataset.uploadReading)
    const files = await droppedFiles(event.dataTransfer)
    if (files.length > 0) await send(form, files)
  })
}

async function send(form: HTMLFormElement, files: readonly NamedFile[]): Promise<void> {
  if (form.ariaBusy === 'true' || files.length === 0) return
  form.ariaBusy = 'true'
  say(form, form.dataset.uploadChecking)
  try {
    const location = await follow(form, files)
    say(form, form.dataset.uploadDone)
    window.location.assign(location)
  } catch (error) {
    form.ariaBusy = 'false'
    say(form, error instanceof Refused ? error.message : form.dataset.uploadFailed)
  }
}

/** Sends the files, shows each row as it comes, and answers with the page to go to. */
async function follow(form: HTMLFormElement, files: readonly NamedFile[]): Promise<string> {
  // Everything else that was chosen goes along; the files are put in anew, each under its path.
  const body = new FormData(form)
  body.delete('files')
  for (const { path, file } of files) body.append('files', file, path)
  const answer = await fetch(form.action, { method: 'POST', body, headers: { Accept: 'application/x-ndjson' } })
  if (answer.body === null) throw new Error(`The upload answered ${answer.status} with nothing.`)
  const rows = document.getElementById(form.dataset.upload ?? '')
  rows?.replaceChildren()
  let shown = 0
  for await (const event of uploadEvents(chunks(answer.body))) {
    if (event.type === 'done') return event.location
    if (event.type === 'failed') throw new Refused(event.message)
    if (rows !== null && showRow(rows, event.path, event.html)) shown += 1
    setStatus(form, `${form.dataset.uploadChecking} (${shown}/${files.length})`)
  }
  throw new Error('The upload ended before the server was done.')
}

/** The server's own words for why it does not take the files. */
class Refused extends Error {}

/** Puts a row in place of the one for the same file, or at the end; true when it is new. */
function showRow(rows: HTMLElement, path: string, html: string): boolean {
  const row = new DOMParser().parseFromString(html, 'text/html').body.firstElementChild
  if (row === null) return false
  const before = [...rows.children].find((other) => other instanceof HTMLElement && other.dataset.path === path)
  if (before === undefined) rows.append(row)
  else before.replaceWith(row)
  return before === undefined
}

/** Not every browser can iterate a stream by itself. */
async function* chunks(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    yield value
  }
}

/** Shows a word in the form and reads it out; the count of files is only shown, since it changes too often to be read. */
function say(form: HTMLFormElement, message: string | undefined): void {
  setStatus(form, message ?? '')
  announce(message ?? '')
}

function setStatus(form: HTMLFormElement, message: string): void {
  const status = form.querySelector('[data-upload-status]')
  if (status !== null) status.textContent = message
}
