/** A page that embeds a list of flows, with nothing wrong in it. */
export const faultlessHtml = `<!doctype html>
<html lang="en">
  <head>
    <title>Flows of Fleet Desk</title>
    <script src="https://make.powerautomate.com/Content/msflowsdk-1.1.js"></script>
  </head>
  <body>
    <h1>Your flows</h1>
    <div id="flows" style="width: 900px; height: 600px"></div>
    <iframe title="Templates" src="https://make.powerautomate.com/en-us/widgets/templates/?q=fleet&pagesize=4&destination=details"></iframe>
    <script src="app.js"></script>
  </body>
</html>
`

/** The script of that page. */
export const faultlessScript = `'use strict'
const sdk = new MsFlowSdk({ hostName: 'https://make.powerautomate.com', locale: 'en-us', hostId: 'FleetDesk' })

const widget = sdk.renderWidget('flows', {
  container: 'flows',
  iframeTitle: 'Your flows',
  errorHandler: (error) => showProblem(error.code),
  environmentId: 'Default-72f988bf-86f1-41af-91ab-2d7cd011db47',
  debugMode: false,
  flowsSettings: {
    createFromBlankTemplateId: '0123456789abcdef0123456789abcdef',
    flowsFilter: "operations/any(operation: operation/sharepoint.site eq 'https://contoso.example')",
    tab: 'myFlows',
  },
  templatesSettings: {
    defaultParams: { 'parameters.vehicle': 'ABC-123' },
    destination: 'details',
    pageSize: 6,
  },
})

widget.listen('GET_ACCESS_TOKEN', (request, done) => {
  getToken().then(
    (token) => done(null, { token }),
    (error) => done({ code: error.name, message: 'Nobody is signed in.' }),
  )
})
widget.listen('GET_STRINGS', (request, done) => {
  done(null, { FLOW_CREATION_HEADER: 'New flow' })
})
widget.listen('WIDGET_READY', () => hideSpinner())
widget.listen('FLOW_CREATION_FAILED', () => showProblem('flow-not-created'))
widget.listen('TEMPLATE_LOAD_FAILED', () => showProblem('template-not-loaded'))
widget.listen('WIDGET_CLOSE', () => widget.dispose())

window.addEventListener('message', (event) => {
  if (event.origin !== 'https://chat.fleetdesk.example') return
  showMessage(event.data)
})

async function getToken() {
  const answer = await signIn.acquireTokenSilent({ scopes: ['https://service.flow.microsoft.com/Flows.Read.All'] })
  return answer.accessToken
}
`
