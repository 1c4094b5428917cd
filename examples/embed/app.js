// The list of a person's flows, with Microsoft's script and nothing else.
const host = document.currentScript?.dataset.host ?? 'https://make.powerautomate.com'

const sdk = new MsFlowSdk({ hostName: host, locale: 'en-us', hostId: 'FleetDesk' })

const widget = sdk.renderWidget(WidgetTypes.flows, {
  container: 'flows',
  iframeTitle: 'Your flows',
  errorHandler: () => say('Your flows cannot be shown just now.'),
  flowsSettings: { tab: 'myFlows' },
  templatesSettings: { destination: 'details', pageSize: 6, searchTerm: 'fleet' },
})

widget.listen('GET_ACCESS_TOKEN', (request, done) => {
  fetchToken().then(
    (token) => done(null, { token }),
    () => {
      done({ code: 'no-token', message: 'Nobody is signed in.' })
      say('Sign in to see your flows.')
    },
  )
})
widget.listen('GET_STRINGS', (request, done) => done(null, { FLOW_CREATION_HEADER: 'New flow for your fleet' }))
widget.listen('WIDGET_READY', () => {
  clearTimeout(patience)
  say('Here are your flows.')
})
widget.listen('FLOW_CREATION_SUCCEEDED', () => say('The flow was made.'))
widget.listen('FLOW_CREATION_FAILED', () => say('The flow could not be made.'))
widget.listen('TEMPLATE_LOAD_FAILED', () => say('The template could not be opened.'))
widget.listen('WIDGET_CLOSE', () => {
  widget.dispose()
  say('Closed.')
})

// Browsers that block cookies of other sites never let the widget become ready.
const patience = setTimeout(() => say('No flows yet. Allow cookies of powerautomate.com in this browser.'), 20000)

// Your server signs people in and keeps their tokens; it renews those that run out.
async function fetchToken() {
  const answer = await fetch('/flow-token', { method: 'POST' })
  if (!answer.ok) throw new Error(`The server answered with ${answer.status}.`)
  const { token } = await answer.json()
  return token
}

function say(text) {
  document.getElementById('status').textContent = text
}
