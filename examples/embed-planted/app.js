const sdk = new MsFlowSdk({ locale: 'hi-hu' })

const widget = sdk.renderWidget('runtime', {
  container: 'flow-list',
  debugMode: true,
  environmentId: 'Production',
  templateSettings: { pagesize: 'many', defaultParams: { vehicle: 'ABC-123' } },
})
widget.notify('triggerFlow', { flowName: '5f0b7c0e-2a53-4b0f-8f0a-0d1c2b3a4e5f' })

widget.listen('GET_ACCESS_TOKEN', async (request, done) => {
  const token = await fetchToken()
  console.log('got', token)
  localStorage.setItem('flow-token', token)
  done(null, { accessToken: token })
})
widget.listen('GET_ACCESS_TOKEN', (request, done) => done(null, { token: 'second' }))
setTimeout(() => widget.listen('RUN_FLOW_COMPLETE', () => location.reload()), 1000)

window.addEventListener('message', (event) => {
  if (event.origin.endsWith('fleetdesk.example')) eval(event.data)
})

const shown = sdk.renderWidget('flows', { container: 'flows', flowsSettings: { tab: 'allFlows', flowsFilter: "site = 'x'" } })
