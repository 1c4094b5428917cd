import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { EmbedError } from './embed-error.ts'
import { openWidget } from './flow-widget.ts'
import type { MicrosoftFlowWidget, MicrosoftListener } from './microsoft-sdk.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A widget that keeps who listens, as Microsoft's does: the first only. */
function open(notify: MicrosoftFlowWidget['notify'] = async () => 'done') {
  const listeners = new Map<string, MicrosoftListener>()
  const notified: unknown[] = []
  const errors: EmbedError[] = []
  const disposed: string[] = []
  const widget = openWidget<'flowsRuntime'>(
    {
      listen: (event, listener) => void (listeners.has(event) || listeners.set(event, listener)),
      notify: (action, data) => {
        notified.push([action, data])
        return notify(action, data)
      },
      dispose: () => void disposed.push('disposed'),
    },
    {
      getToken: async ({ resource }) => `token for ${resource}`,
      texts: { INVOKE_FLOW_HEADER: 'Run' },
      onError: (error) => errors.push(error),
      readyTimeoutMs: 1000,
    },
  )
  const say = (event: string, data?: unknown) =>
    new Promise<readonly unknown[]>((resolve) => {
      const listener = listeners.get(event)
      if (listener === undefined) resolve(['nobody'])
      else listener({ data }, (error, result) => resolve([error, result]))
    })
  return { widget, say, notified, errors, disposed }
}

test('tokens and texts are answered without anybody listening', async () => {
  const { say } = open()
  expect(await say('GET_ACCESS_TOKEN', { resource: 'r' })).toEqual([null, { token: 'token for r' }])
  expect(await say('GET_ACCESS_TOKEN')).toEqual([null, { token: 'token for undefined' }])
  expect(await say('GET_STRINGS')).toEqual([null, { INVOKE_FLOW_HEADER: 'Run' }])
})

test('every listener hears, until it stops', async () => {
  const { widget, say } = open()
  const heard: unknown[] = []
  const stop = widget.on('RUN_FLOW_STARTED', (data) => heard.push(['a', data]))
  widget.on('RUN_FLOW_STARTED', (data) => heard.push(['b', data]))
  expect(await say('RUN_FLOW_STARTED', 1)).toEqual([null, {}])
  stop()
  await say('RUN_FLOW_STARTED', 2)
  expect(heard).toEqual([
    ['a', 1],
    ['b', 1],
    ['b', 2],
  ])
})

test('asking waits for WIDGET_READY', async () => {
  const { widget, say, notified } = open()
  const asked = widget.ask('getTriggerSchema', { flowName: 'f' })
  await Promise.resolve()
  expect(notified).toEqual([])
  await say('WIDGET_READY')
  expect(await asked).toBe('done')
  expect(notified).toEqual([['getTriggerSchema', { flowName: 'f' }]])
})

test('a widget that refuses is an error with what it said', async () => {
  const { widget, say } = open(() => Promise.reject({ code: 'No' }))
  await say('WIDGET_READY')
  await expect(widget.ask('closeWidget')).rejects.toMatchObject({ code: 'widget-failed', cause: { code: 'No' } })
})

test('disposed, it answers nobody and is disposed once', async () => {
  const { widget, disposed, errors } = open()
  const asked = widget.ask('closeWidget')
  widget.dispose()
  widget.dispose()
  await expect(asked).rejects.toMatchObject({ code: 'disposed' })
  await expect(widget.ready).rejects.toMatchObject({ code: 'disposed' })
  expect(disposed).toEqual(['disposed'])
  vi.advanceTimersByTime(5000)
  expect(errors).toEqual([])
})

test('one that does not become ready in time is said, and may still come', async () => {
  const { widget, say, errors } = open()
  vi.advanceTimersByTime(999)
  expect(errors).toEqual([])
  vi.advanceTimersByTime(1)
  expect(errors).toMatchObject([{ code: 'not-ready' }])
  await say('WIDGET_READY')
  await expect(widget.ready).resolves.toBeUndefined()
})

test('a listener that throws does not keep others from hearing', async () => {
  const { widget, say, errors } = open()
  const heard: string[] = []
  widget.on('WIDGET_CLOSE', () => {
    throw new Error('of the page')
  })
  widget.on('WIDGET_CLOSE', () => heard.push('second'))
  await say('WIDGET_CLOSE')
  expect(heard).toEqual(['second'])
  expect(errors).toMatchObject([{ code: 'listener-failed' }])
})
