/** What is kept of a form: the values of each name, in order. */
type Draft = readonly (readonly [string, string])[]

/**
 * Forms marked `data-draft` keep what is typed in the session's storage and give it back when the page is opened again.
 * A draft goes when its form was sent: if the server refuses, it sends the values back itself.
 */
export function startDrafts(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) {
    const key = `draft ${location.pathname} ${form.dataset.draft}`
    const given = JSON.stringify(read(form))
    restore(form, key, given)
    form.addEventListener('input', () => {
      const now = JSON.stringify(read(form))
      if (now === given) sessionStorage.removeItem(key)
      else sessionStorage.setItem(key, now)
    })
    form.addEventListener('submit', () => sessionStorage.removeItem(key))
  }
}

function restore(form: HTMLFormElement, key: string, given: string): void {
  const stored = sessionStorage.getItem(key)
  if (stored === null || stored === given) return
  fill(form, parse(stored))
  const note = document.createElement('p')
  note.className = 'field-hint'
  note.setAttribute('role', 'status')
  note.append(`${form.dataset.draftRestored} `)
  const discard = document.createElement('button')
  discard.type = 'button'
  discard.className = 'link'
  discard.textContent = form.dataset.draftDiscard ?? ''
  discard.addEventListener('click', () => {
    sessionStorage.removeItem(key)
    form.reset()
    note.remove()
  })
  note.append(discard)
  form.prepend(note)
}

/** Everything typed or chosen; what the server put in hidden fields is not ours to bring back. */
function read(form: HTMLFormElement): Draft {
  const hidden = new Set([...form.querySelectorAll<HTMLInputElement>('input[type="hidden"]')].map(({ name }) => name))
  return [...new FormData(form)].flatMap(([name, value]): Draft => {
    return typeof value === 'string' && !hidden.has(name) ? [[name, value]] : []
  })
}

function fill(form: HTMLFormElement, draft: Draft): void {
  for (const field of form.elements) {
    if (field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) {
      const value = draft.find(([name]) => name === field.name)?.[1]
      if (value !== undefined) field.value = value
    } else if (field instanceof HTMLInputElement && field.type !== 'hidden' && field.type !== 'file') {
      const values = draft.filter(([name]) => name === field.name).map(([, value]) => value)
      if (field.type === 'radio' || field.type === 'checkbox') field.checked = values.includes(field.value)
      else if (values[0] !== undefined) field.value = values[0]
    }
  }
}

/** A draft that somebody else's script or an older version wrote is no draft. */
function parse(stored: string): Draft {
  try {
    const value: unknown = JSON.parse(stored)
    if (!Array.isArray(value)) return []
    return value.flatMap((pair: unknown): Draft => {
      if (!Array.isArray(pair)) return []
      const [name, text]: unknown[] = pair
      return typeof name === 'string' && typeof text === 'string' ? [[name, text]] : []
    })
  } catch {
    return []
  }
}
