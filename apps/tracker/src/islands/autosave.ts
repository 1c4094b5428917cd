/** Milliseconds without a further change before what is written is kept. */
const pause = 1200

/**
 * Forms marked `data-autosave="<address>"`: what is written is sent to that address while writing, so that leaving the
 * page loses nothing. Without scripts the form's own button does the same.
 */
export function startAutosave(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-autosave]')) {
    let waiting = 0
    const keepSoon = () => {
      clearTimeout(waiting)
      waiting = window.setTimeout(() => {
        waiting = 0
        keep(form)
      }, pause)
    }
    form.addEventListener('input', keepSoon)
    form.addEventListener('change', keepSoon)
    form.addEventListener('submit', () => {
      clearTimeout(waiting)
      waiting = 0
    })
    window.addEventListener('pagehide', () => {
      if (waiting !== 0) keep(form)
    })
  }
}

async function keep(form: HTMLFormElement): Promise<void> {
  const status = form.querySelector('[data-autosave-status]')
  const fields = [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    // A template that is only chosen is no words yet; kept now, it would be added again by the next save.
    typeof value === 'string' && !name.startsWith('template.') ? [[name, value]] : [],
  )
  const kept = await fetch(form.dataset.autosave ?? '', {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { Accept: 'application/json' },
    keepalive: true,
  }).then(
    ({ ok, redirected }) => ok && !redirected,
    () => false,
  )
  const words = kept ? form.dataset.autosaveSaved : form.dataset.autosaveFailed
  if (status !== null && status.textContent !== words) status.textContent = words ?? ''
}
