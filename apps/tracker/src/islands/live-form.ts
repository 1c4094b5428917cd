import { announce } from './announce.ts'

/** Milliseconds without a further change before the server is asked. */
const pause = 150

/**
 * Forms marked `data-live-form="<id>"`: whenever an answer changes, the form is sent to its own address with `?preview`
 * added, and the answer, a fragment of HTML, takes the place of what the element with that id holds. Nothing is saved by
 * it; without scripts the form's buttons do the same by a page of their own.
 */
export function startLiveForms(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-live-form]')) {
    let waiting = 0
    let running: AbortController | undefined
    const ask = () => {
      clearTimeout(waiting)
      waiting = window.setTimeout(() => {
        running?.abort()
        running = new AbortController()
        preview(form, running.signal)
      }, pause)
    }
    form.addEventListener('change', ask)
    // Whoever comes back finds the answers they had begun, put there by the browser without a word.
    window.addEventListener('pageshow', () => {
      if (hasBegun(form)) ask()
    })
  }
}

/** True where an answer is not the one the page came with. */
function hasBegun(form: HTMLFormElement): boolean {
  return [...form.querySelectorAll('input')].some((input) => input.checked !== input.defaultChecked)
}

async function preview(form: HTMLFormElement, signal: AbortSignal): Promise<void> {
  const target = document.getElementById(form.dataset.liveForm ?? '')
  if (target === null) return
  target.setAttribute('aria-busy', 'true')
  const address = new URL(form.action)
  address.searchParams.set('preview', '')
  try {
    const answer = await fetch(address, {
      method: 'POST',
      body: new URLSearchParams(texts(new FormData(form))),
      headers: { Accept: 'text/html' },
      signal,
    })
    if (!answer.ok || answer.redirected) throw new Error(`The preview answered ${answer.status}.`)
    const fragment = new DOMParser().parseFromString(await answer.text(), 'text/html')
    target.replaceChildren(...fragment.body.childNodes)
    announce(form.dataset.liveUpdated ?? '')
  } catch {
    // A later change took over: its own answer is on the way.
    if (signal.aborted) return
    announce(form.dataset.liveFailed ?? '')
  }
  target.removeAttribute('aria-busy')
}

function texts(data: FormData): [string, string][] {
  return [...data].flatMap(([name, value]): [string, string][] => (typeof value === 'string' ? [[name, value]] : []))
}
