import { widgetHosts } from '@sevenstep/flow-embed'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Flows } from './flows.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no element with the id "root".')

// Your server signs people in and keeps their tokens; it renews those that run out.
async function fetchToken(): Promise<string> {
  const answer = await fetch('/flow-token', { method: 'POST' })
  if (!answer.ok) throw new Error(`The server answered with ${answer.status}.`)
  const { token }: { token: string } = await answer.json()
  return token
}

createRoot(root).render(
  <StrictMode>
    <Flows
      host={root.dataset.host ?? widgetHosts.current}
      getToken={fetchToken}
      onCreated={(flowUrl) => {
        root.dataset.created = flowUrl
      }}
    />
  </StrictMode>,
)
