/*
 * What stands in this file runs in a page: it is sent there as text, which `tools/generate.ts` makes of it.
 */

type Send = (name: string, data?: unknown) => Promise<unknown>

/** Plays a widget: asks for a token and texts, says that it is ready, and does what it is asked. */
export function playWidget(): void {
  const query = new URLSearchParams(location.search)
  const signature = query.get('widgetId') ?? ''
  const state = document.getElementById('state') as HTMLElement // this page's own
  if (!mayStore()) {
    state.textContent = 'Cookies of this site are blocked, so nothing can be shown.'
    return
  }
  const send = connectHost(signature, (name, data) => act(name, data, send))
  const askForToken = async (resource: string): Promise<void> => {
    const { token } = Object(await send('GET_ACCESS_TOKEN', { resource }))
    if (typeof token !== 'string' || token === '') throw { code: 'NullToken' }
  }
  const begin = async (): Promise<void> => {
    // The original looks up the person's region first, for which it needs a token of another resource.
    if (query.get('enableRegionalPortal') === 'true') await askForToken('https://management.core.windows.net/')
    await askForToken('https://service.flow.microsoft.com')
    const texts = await send('GET_STRINGS').catch(() => ({}))
    const heading = document.getElementById('heading') as HTMLElement // this page's own
    heading.textContent = Object(texts).FLOW_CREATION_HEADER ?? query.get('widgetType')
    state.textContent = 'ready'
    await send('WIDGET_READY').catch(() => {})
    await send('WIDGET_RENDERED').catch(() => {})
  }
  begin().catch((error) => {
    state.textContent = `no token: ${Object(error).code ?? 'unknown'}`
  })
  document.addEventListener('click', ({ target }) => {
    const { event } = Object(target).dataset ?? {}
    if (event === undefined) return
    send(event, event === 'FLOW_CREATION_SUCCEEDED' ? made() : undefined).then(
      () => {
        state.textContent = `told: ${event}`
      },
      (error) => {
        state.textContent = `not heard: ${Object(error).code}`
      },
    )
  })
}

/** A flow that was made. */
function made(): { readonly flowUrl: string; readonly flowId: string } {
  return { flowUrl: `${location.origin}/flows/1`, flowId: '00000000-0000-4000-8000-000000000001' }
}

/** Does one action; what the widget does not know fails. */
async function act(name: string, data: unknown, send: Send): Promise<unknown> {
  const tell = (event: string, told?: unknown): void => void send(event, told).catch(() => {})
  switch (name.toLowerCase()) {
    case 'closewidget':
      tell('WIDGET_CLOSE')
      return {}
    case 'closeinfopane':
      return {}
    case 'triggerflow':
    case 'triggerflowbytemplate': {
      const given = Object(data).implicitData
      const implicitData = given === undefined ? await send('GET_IMPLICIT_DATA').catch(() => undefined) : given
      tell('RUN_FLOW_STARTED')
      tell('RUN_FLOW_COMPLETED')
      return { flowName: Object(data).flowName, implicitData }
    }
    case 'refreshconnections':
    case 'refreshapis':
      return {}
    case 'gettriggerschema':
      return { type: 'object', properties: {} }
    case 'createflowfromtemplate':
    case 'createflowfromtemplatedefinition':
      tell('FLOW_CREATION_SUCCEEDED', { ...made(), fromTemplate: Object(data).templateName })
      return {}
    default:
      throw { code: 'UnknownAction', message: name }
  }
}

/** Whether cookies and storage are allowed here; in a frame of another site browsers may keep both from us. */
function mayStore(): boolean {
  try {
    localStorage.setItem('stand-in', '1')
    // biome-ignore lint/suspicious/noDocumentCookie: whether this way is open is the question
    document.cookie = 'stand-in=1; SameSite=None; Secure'
    return document.cookie.includes('stand-in=1')
  } catch {
    return false
  }
}

/** Messages to and from the page around the frame. */
function connectHost(signature: string, doAction: (name: string, data: unknown) => Promise<unknown>): Send {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>()
  let count = 0
  addEventListener('message', ({ source, data }) => {
    if (source !== parent || data?.signature !== signature) return
    const { kind, id, name, error } = data
    if (kind === 'answer') {
      const asker = waiting.get(id)
      waiting.delete(id)
      if (error) asker?.reject(error)
      else asker?.resolve(data.data)
      return
    }
    const answer = (rest: object): void => parent.postMessage({ signature, kind: 'answer', id, ...rest }, '*')
    doAction(name, data.data).then(
      (result) => answer({ data: result }),
      (failure) => answer({ error: failure }),
    )
  })
  return (name, data) =>
    new Promise((resolve, reject) => {
      count += 1
      waiting.set(count, { resolve, reject })
      parent.postMessage({ signature, kind: 'call', id: count, name, data }, '*')
    })
}
