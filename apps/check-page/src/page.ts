import { checkFiles, type PageResult } from './check-files.ts'

const largestFileBytes = 32 * 1024 * 1024

const form = element('drop', HTMLElement)
const status = element('status', HTMLElement)
const result = element('result', HTMLIFrameElement)
const download = element('download', HTMLAnchorElement)

for (const id of ['files', 'folder']) {
  const input = element(id, HTMLInputElement)
  input.addEventListener('change', () => void show([...(input.files ?? [])]))
}
form.addEventListener('dragover', (event) => {
  event.preventDefault()
  form.classList.add('over')
})
form.addEventListener('dragleave', () => form.classList.remove('over'))
form.addEventListener('drop', (event) => {
  event.preventDefault()
  form.classList.remove('over')
  void show([...(event.dataTransfer?.files ?? [])])
})

async function show(files: readonly File[]): Promise<void> {
  if (files.length === 0) return
  status.textContent = 'Checking …'
  const tooLarge = files.find((file) => file.size > largestFileBytes)
  if (tooLarge !== undefined) {
    status.textContent = `${tooLarge.name} is larger than 32 MB; no file of a connector is. Nothing was checked.`
    return
  }
  try {
    const given = await Promise.all(
      files.map(async (file) => ({
        path: file.webkitRelativePath || file.name,
        content: new Uint8Array(await file.arrayBuffer()),
      })),
    )
    print(checkFiles(given, new Date().toISOString().slice(0, 10)))
  } catch (error) {
    status.textContent = `The files could not be read: ${error instanceof Error ? error.message : String(error)} Drop them again; nothing was kept.`
  }
}

function print({ html, json, problems, report }: PageResult): void {
  const { error, warning } = report.counts
  status.textContent =
    problems.length > 0
      ? problems.join(' ')
      : `${error} errors, ${warning} warnings in ${report.subjects.length} connector${report.subjects.length === 1 ? '' : 's'}.`
  result.srcdoc = html
  result.hidden = report.subjects.length === 0
  URL.revokeObjectURL(download.href)
  download.href = URL.createObjectURL(new Blob([json], { type: 'application/json' }))
  download.hidden = report.subjects.length === 0
}

/** An element of the page that has to be there. */
function element<Type extends HTMLElement>(id: string, type: new () => Type): Type {
  const found = document.getElementById(id)
  if (found instanceof type) return found
  throw new Error(`The page has no ${id}.`)
}
