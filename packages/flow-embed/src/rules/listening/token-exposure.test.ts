// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the scripts that are judged hold templates
import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { tokenExposure } from './token-exposure.ts'

testRuleFamily(tokenExposure, import.meta.url, {
  passes: [
    {
      name: 'used rightly',
      given: {
        script:
          "const widget = sdk.renderWidget('flows', { container: 'flows' })\nwidget.listen('GET_ACCESS_TOKEN', async (request, done) => {\n  const token = await getToken()\n  fetch('/mine', { headers: { authorization: `Bearer ${token}` } })\n  done(null, { token })\n})",
      },
    },
    {
      name: 'something else is kept',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', async (request, done) => {
  const token = await getToken()
  localStorage.setItem('asked', 'yes')
  done(null, { token })
})`,
      },
    },
    {
      name: 'a member of the answer that is no token',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', (request, done) => {
  signIn().then((answer) => {
    console.log(answer.expiresOn)
    done(null, { token: answer.accessToken })
  }, done)
})`,
      },
    },
    {
      name: 'something else is read from storage',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', async (request, done) => {
  const token = await getToken(localStorage.getItem('account'))
  done(null, { token })
})`,
      },
    },
    {
      name: 'posted to one origin',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', async (request, done) => {
  const token = await getToken()
  parent.postMessage(token, 'https://fleetdesk.example')
  done(null, { token })
})`,
      },
    },
  ],
  fails: [
    {
      name: 'kept where the sign-in library hands it out, far from the listener',
      given: {
        script: `async function tokenForFlows() {
  const answer = await signIn.acquireTokenSilent(request)
  const { accessToken } = answer
  const token = answer.accessToken
  sessionStorage.setItem('token', token)
  localStorage.last = answer.accessToken
  return token
}
const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', (request, done) => tokenForFlows().then((token) => done(null, { token }), done))`,
      },
      finds: [
        { rule: 'embed-token-not-exposed', file: 'app.js', line: 5 },
        { rule: 'embed-token-not-exposed', file: 'app.js', line: 6 },
      ],
    },
    {
      name: 'in an address of the page',
      given: {
        html: '<!doctype html>\n<iframe title="x" src="https://make.powerautomate.com/en-us/widgets/templates/?access_token=eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJodHRwczovL2EifQ.c2ln"></iframe>',
      },
      finds: [
        {
          rule: 'embed-no-token-in-code',
          file: 'index.html',
          line: 2,
          what: 'A token stands in an address of the page.',
        },
      ],
    },
    {
      name: 'logged',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', async (request, done) => {
  const token = await getToken()
  console.debug(token)
  done(null, { token })
})`,
      },
      finds: [{ rule: 'embed-token-not-exposed', file: 'app.js', line: 4 }],
    },
    {
      name: 'stored',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', async (request, done) => {
  const token = await getToken()
  window.localStorage.setItem('t', JSON.stringify({ token }))
  done(null, { token })
})`,
      },
      finds: [{ rule: 'embed-token-not-exposed', file: 'app.js', line: 4 }],
    },
    {
      name: 'read from storage where it is handed over',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', (request, done) => {
  done(null, { token: localStorage.getItem('flow-token') })
})`,
      },
      finds: [{ rule: 'embed-token-not-exposed', file: 'app.js', line: 3, what: 'The token is kept in localStorage.' }],
    },
    {
      name: 'read from storage on the way, by other forms',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', async (request, done) => {
  const token = window.sessionStorage['flow'] || stored() || JSON.parse(localStorage.getItem('session') ?? '{}').token
  done(null, { token })
})
const stored = () => localStorage.flow`,
      },
      finds: [
        { rule: 'embed-token-not-exposed', file: 'app.js', line: 3, what: 'The token is kept in localStorage.' },
        { rule: 'embed-token-not-exposed', file: 'app.js', line: 3, what: 'The token is kept in sessionStorage.' },
        { rule: 'embed-token-not-exposed', file: 'app.js', line: 6, what: 'The token is kept in localStorage.' },
      ],
    },
    {
      name: 'kept for the session',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', async (request, done) => {
  const token = await getToken()
  sessionStorage.flow = token
  done(null, { token })
})`,
      },
      finds: [
        { rule: 'embed-token-not-exposed', file: 'app.js', line: 4, what: 'The token is kept in sessionStorage.' },
      ],
    },
    {
      name: 'in a cookie',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', async (request, done) => {
  const token = await getToken()
  document.cookie = 't=' + token
  done(null, { token })
})`,
      },
      finds: [{ rule: 'embed-token-not-exposed', file: 'app.js' }],
    },
    {
      name: 'in an address',
      given: {
        script:
          "const widget = sdk.renderWidget('flows', { container: 'flows' })\nwidget.listen('GET_ACCESS_TOKEN', async (request, done) => {\n  const token = await getToken()\n  frame.src = `/widget?token=${token}`\n  done(null, { token })\n})",
      },
      finds: [{ rule: 'embed-token-not-exposed', file: 'app.js', line: 4, what: 'The token is put into an address.' }],
    },
    {
      name: 'in a joined address',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', async (request, done) => {
  const token = await getToken()
  location.href = '/widget?access_token=' + token
  done(null, { token })
})`,
      },
      finds: [{ rule: 'embed-token-not-exposed', file: 'app.js' }],
    },
    {
      name: 'as a parameter',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', async (request, done) => {
  const token = await getToken()
  url.searchParams.set('token', token)
  done(null, { token })
})`,
      },
      finds: [{ rule: 'embed-token-not-exposed', file: 'app.js' }],
    },
    {
      name: 'posted to all',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', async (request, done) => {
  const token = await getToken()
  frame.contentWindow.postMessage(token, '*')
  done(null, { token })
})`,
      },
      finds: [{ rule: 'embed-token-not-exposed', file: 'app.js' }],
    },
    {
      name: 'a member of an answer',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', (request, done) => {
  signIn().then((answer) => {
    console.log(answer.accessToken)
    done(null, { token: answer.accessToken })
  }, (error) => done(error))
})`,
      },
      finds: [{ rule: 'embed-token-not-exposed', file: 'app.js', line: 4 }],
    },
    {
      name: 'in the code',
      given: {
        script: `
const token = 'eyJhbGciOiJub25lIn0.eyJub3QiOiJhLXJlYWwtdG9rZW4ifQ.fake'`,
      },
      finds: [{ rule: 'embed-no-token-in-code', file: 'app.js', line: 2 }],
    },
    {
      name: 'in a page',
      given: { html: '<script>\nuse(`Bearer eyJhbGciOiJub25lIn0.eyJub3QiOiJhLXJlYWwtdG9rZW4ifQ.fake`)</script>' },
      finds: [{ rule: 'embed-no-token-in-code', file: 'index.html', line: 2 }],
    },
    {
      name: 'in a function that fetches it',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', (request, done) => {
  fetchToken().then((token) => done(null, { token }), done)
})
async function fetchToken() {
  const { token: answer } = await ask()
  const fetched = answer
  sessionStorage.setItem('kept', fetched)
  return fetched
}`,
      },
      finds: [{ rule: 'embed-token-not-exposed', file: 'app.js', line: 8 }],
    },
    {
      name: 'by the callback of the wrapper',
      given: {
        html: '<p>',
        script: `import { openFlowWidgets } from '@sevenstep/flow-embed'
openFlowWidgets({ host, getToken: () => fetchToken() }).then((widgets) => widgets.render('flows', { container: 'flows' }))
const fetchToken = async () => {
  const given = await ask()
  console.info(given)
  return given
}`,
      },
      finds: [{ rule: 'embed-token-not-exposed', file: 'app.js', line: 5 }],
    },
  ],
})
