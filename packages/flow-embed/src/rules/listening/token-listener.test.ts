import { expect, test } from 'vitest'
import { file, notChecked } from '../../testing/found-in.ts'
import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { tokenListener } from './token-listener.ts'

testRuleFamily(tokenListener, import.meta.url, {
  passes: [
    {
      name: 'a token that is fetched again and again',
      given: {
        script: `let token
setInterval(async () => (token = await getToken()), 600_000)
const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', (request, done) => {
  done(null, { token })
})`,
      },
    },
    {
      name: 'one of storage, unless it has run out',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', (request, done) => {
  let token = localStorage.getItem('flow-token')
  if (hasRunOut(token)) token = renewed()
  done(null, { token })
})`,
      },
    },
    {
      name: 'a promise with both ends',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', (request, done) => {
  getToken().then((token) => done(null, { token }), (error) => done(error))
})`,
      },
    },
    {
      name: 'then and catch',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', (request, done) => {
  getToken().then((token) => done(null, { token })).catch((error) => done(error))
})`,
      },
    },
    {
      name: 'await in try',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', async (request, done) => {
  try {
    const { token } = await getToken(request.data.resource)
    done(null, { token })
  } catch (error) {
    done({ code: 'no-token' })
  }
})`,
      },
    },
    {
      name: 'a callback with an error first',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', function (request, done) {
  auth.acquireToken(request.data.resource, function (error, token) {
    if (error) {
      done(error)
      return
    }
    done(null, { token: token })
  })
})`,
      },
    },
    {
      name: 'a named listener',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', answer)
function answer(request, done) {
  done(null, { token: currentToken() })
}`,
      },
    },
    {
      name: 'the older way',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.callbacks.GET_ACCESS_TOKEN = (request, done) => done(null, { token: now() })`,
      },
    },
    {
      name: 'chained',
      given: {
        script:
          "sdk.renderWidget('flows', { container: 'flows' }).listen('GET_ACCESS_TOKEN', (request, done) => done(null, { token: now() }))",
      },
    },
    {
      name: 'handed on',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', (request, done) => answer(request, done))`,
      },
    },
    {
      name: 'a function that is handed on by its name',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', function (request, done) {
  var answer = function (token) {
    done(null, { token: token })
  }
  auth.acquireToken(answer)
})`,
      },
    },
    {
      name: 'a function kept in an object',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', (request, done) => {
  ask.onload = () => done(null, { token: ask.response })
  ask.send()
})`,
      },
    },
    {
      name: 'an imported listener',
      given: {
        script: `import { answer } from './answer.js'
const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', answer)`,
        html: '<p>',
      },
    },
    {
      name: 'in a function that gets the widget',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
wire(widget)
function wire(one) {
  one.listen('GET_ACCESS_TOKEN', (request, done) => done(null, { token: now() }))
}`,
      },
    },
    {
      name: 'given back to a caller',
      given: {
        script: `function open() {
  return sdk.renderWidget('flows', {})
}`,
      },
    },
    {
      name: 'both arms of an if',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', (request, done) => {
  if (isSignedIn) {
    done(null, { token: now() })
  } else {
    done({ code: 'signed-out' })
  }
})`,
      },
    },
    {
      name: 'at last',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', (request, done) => {
  getToken().finally(() => done(null, { token: now() }))
})`,
      },
    },
    {
      name: 'every case of a switch',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', (request, done) => {
  switch (kind) {
    case 1:
      return done(null, { token: one() })
    default:
      done({ code: 'unknown' })
  }
})`,
      },
    },
    {
      name: 'our wrapper answers itself',
      given: {
        script: `import { openFlowWidgets } from '@sevenstep/flow-embed'
const widgets = await openFlowWidgets({})
widgets.render('flows', { container: 'flows' })`,
        html: '<p>',
      },
    },
  ],
  fails: [
    {
      name: 'a token that was fetched when the page was opened',
      given: {
        script: `let token
getToken().then((fetched) => {
  token = fetched
})
const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', (request, done) => {
  done(null, { token })
})`,
      },
      finds: [{ rule: 'embed-token-fresh', file: 'app.js', line: 7 }],
    },
    {
      name: 'a token that was fetched before the widget was shown',
      given: {
        script: `getToken().then((token) => {
  const widget = sdk.renderWidget('flows', { container: 'flows' })
  widget.listen('GET_ACCESS_TOKEN', (request, done) => {
    done(null, { token })
  })
})`,
      },
      finds: [{ rule: 'embed-token-fresh', file: 'app.js', line: 4 }],
    },
    {
      name: 'a token from a store',
      given: {
        script: `const that = this
const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', function (request, done) {
  done(null, {
    token: that.$store.state.accessToken,
  })
})`,
      },
      finds: [{ rule: 'embed-token-fresh', file: 'app.js', line: 5 }],
    },
    {
      name: 'a token from the storage of the browser',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', (request, done) => {
  done(null, { token: localStorage.getItem('flow-token') })
})`,
      },
      finds: [{ rule: 'embed-token-fresh', file: 'app.js', line: 3 }],
    },
    {
      name: 'one from storage by a name, parsed',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', (request, done) => {
  const token = JSON.parse(sessionStorage.getItem('session')).token
  done(null, { token })
})`,
      },
      finds: [{ rule: 'embed-token-fresh', file: 'app.js', line: 4 }],
    },
    {
      name: 'a token of before, under a key that is wrong as well',
      given: {
        script: `var token = 'eyJ0'
const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', function (request, widgetDoneCallback) {
  widgetDoneCallback(null, { access_token: token })
})`,
      },
      finds: [
        { rule: 'embed-token-shape', file: 'app.js', line: 4 },
        { rule: 'embed-token-fresh', file: 'app.js' },
      ],
    },
    {
      name: 'nobody listens',
      given: {
        script: `
const widget = sdk.renderWidget('flows', { container: 'flows' })`,
      },
      finds: [{ rule: 'embed-token-listened', file: 'app.js', line: 2 }],
    },
    {
      name: 'another widget is listened to',
      given: {
        script: `const a = sdk.renderWidget('flows', {})
const b = sdk.renderWidget('templates', {})
b.listen('GET_ACCESS_TOKEN', (request, done) => done(null, { token: now() }))`,
      },
      finds: [{ rule: 'embed-token-listened', file: 'app.js', line: 1 }],
    },
    {
      name: 'no second parameter',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', (request) => getToken())`,
      },
      finds: [{ rule: 'embed-token-answered', file: 'app.js', line: 2 }],
    },
    {
      name: 'in a function that nobody calls, as documented in 2017',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', function (request, done) {
  var answer = function (token) {
    done(null, { token: token })
  }
})`,
      },
      finds: [{ rule: 'embed-token-answered', file: 'app.js', line: 2 }],
    },
    {
      name: 'never called',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', (request, done) => { getToken() })`,
      },
      finds: [{ rule: 'embed-token-answered', file: 'app.js', line: 2 }],
    },
    {
      name: 'one way without an answer',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', (request, done) => {
  if (!isSignedIn) return
  done(null, { token: now() })
})`,
      },
      finds: [
        {
          rule: 'embed-token-answered',
          file: 'app.js',
          line: 2,
          what: 'One way through the listener for tokens ends without an answer.',
        },
      ],
    },
    {
      name: 'only in an if',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', (request, done) => {
  if (isSignedIn) done(null, { token: now() })
})`,
      },
      finds: [{ rule: 'embed-token-answered', file: 'app.js' }],
    },
    {
      name: 'then alone',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', (request, done) => {
  getToken().then((token) => done(null, { token }))
})`,
      },
      finds: [
        {
          rule: 'embed-token-answered',
          file: 'app.js',
          line: 2,
          what: 'When getting the token fails, the listener gives no answer.',
        },
      ],
    },
    {
      name: 'await alone',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', async (request, done) => {
  const token = await getToken()
  done(null, { token })
})`,
      },
      finds: [{ rule: 'embed-token-answered', file: 'app.js' }],
    },
    {
      name: 'a catch that only logs',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', async (request, done) => {
  try {
    done(null, { token: await getToken() })
  } catch (error) {
    report(error)
  }
})`,
      },
      finds: [{ rule: 'embed-token-answered', file: 'app.js' }],
    },
    {
      name: 'another key',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', (request, done) => done(null, { accessToken: now() }))`,
      },
      finds: [{ rule: 'embed-token-shape', file: 'app.js' }],
    },
    {
      name: 'the token alone',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', (request, done) => getToken((token) => done(null, token)))`,
      },
      finds: [{ rule: 'embed-token-shape', file: 'app.js' }],
    },
    {
      name: 'in the error’s place',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', (request, done) => done({ token: now() }))`,
      },
      finds: [{ rule: 'embed-token-shape', file: 'app.js' }],
    },
    {
      name: 'null',
      given: {
        script: `const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', (request, done) => done(null, { token: null }))`,
      },
      finds: [{ rule: 'embed-token-shape', file: 'app.js' }],
    },
    {
      name: 'fixed',
      given: {
        script: `const token = 'kept'
const widget = sdk.renderWidget('flows', { container: 'flows' })
widget.listen('GET_ACCESS_TOKEN', (request, done) => done(null, { token }))`,
      },
      finds: [{ rule: 'embed-token-fresh', file: 'app.js', line: 1 }],
    },
    {
      name: 'one that the callback of the wrapper has from before',
      given: {
        html: '<p>',
        script: `import { openFlowWidgets } from '@sevenstep/flow-embed'
let token = read()
openFlowWidgets({ host, getToken: async () => token })`,
      },
      finds: [{ rule: 'embed-token-fresh', file: 'app.js', line: 3 }],
    },
  ],
})

test('a widget that nobody answers is named, since another of the file may be answered', () => {
  const script = `const sdk = new MsFlowSdk({ hostName: 'https://make.powerautomate.com' })
const heard = sdk.renderWidget('flows', { container: 'a' })
heard.listen('GET_ACCESS_TOKEN', (request, done) => done(null, { token: now() }))
const unheard = sdk.renderWidget('runtime', { container: 'b' })`
  for (const rule of ['embed-token-answered', 'embed-token-not-exposed'])
    expect(notChecked([file('app.js', script)], rule)).toEqual([
      expect.stringContaining('app.js: nobody listens to GET_ACCESS_TOKEN of the widget "runtime", so '),
    ])
})
