import { type EmbedError, type FlowWidgetsOptions, openFlowWidgets } from '@sevenstep/flow-embed'
import { useEffect, useRef, useState } from 'react'

export interface FlowsProps {
  /** Host of the widgets. */
  readonly host: string
  /** Gives a token of the person who is signed in. */
  readonly getToken: FlowWidgetsOptions['getToken']
  /** Told the address of a flow that was made. */
  readonly onCreated?: (flowUrl: string) => void
}

/** The list of a person's flows; the widget is made once, however often the page is rendered. */
export function Flows({ host, getToken, onCreated }: FlowsProps) {
  const place = useRef<HTMLDivElement>(null)
  const latest = useRef({ getToken, onCreated })
  latest.current = { getToken, onCreated }
  const [state, setState] = useState('Loading your flows…')

  useEffect(() => {
    const container = place.current
    if (container === null) return
    let isGone = false
    let dispose = () => {}
    const say = (text: string) => {
      if (!isGone) setState(text)
    }
    const fail = (error: EmbedError) => say(error.message)
    openFlowWidgets({ host, getToken: (request) => latest.current.getToken(request), onError: fail })
      .then((widgets) => {
        if (isGone) return
        const widget = widgets.render('flows', { container, title: 'Your flows', flowsSettings: { tab: 'myFlows' } })
        dispose = widget.dispose
        widget.ready.then(() => say('Here are your flows.'), () => {})
        widget.on('FLOW_CREATION_SUCCEEDED', ({ flowUrl }) => latest.current.onCreated?.(flowUrl))
        widget.on('FLOW_CREATION_FAILED', () => say('The flow could not be made.'))
        widget.on('TEMPLATE_LOAD_FAILED', () => say('The template could not be opened.'))
        widget.on('WIDGET_CLOSE', dispose)
      })
      .catch(fail)
    return () => {
      isGone = true
      dispose()
    }
  }, [host])

  return (
    <section aria-label="Flows">
      <p role="status">{state}</p>
      <div ref={place} style={{ maxWidth: 1100, height: 640 }} />
    </section>
  )
}
