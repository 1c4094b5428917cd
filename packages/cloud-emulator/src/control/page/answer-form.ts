import type { Context } from 'hono'
import type { Emulator } from '../../create-emulator.ts'
import { quickFaults } from './quick-faults.ts'

/** Does what a form of the page asks for, and shows the page again. What cannot be done changes nothing. */
export async function answerForm(c: Context, { clock, faults, store }: Emulator): Promise<Response> {
  const form = await c.req.parseBody()
  const text = (name: string) => (typeof form[name] === 'string' ? form[name] : '')
  switch (text('do')) {
    case 'advance': {
      const seconds = Number(text('seconds'))
      if (Number.isFinite(seconds) && seconds > 0) clock.advance(seconds * 1000)
      break
    }
    case 'mode':
      clock.setMode(text('mode') === 'held' ? 'held' : 'machine')
      break
    case 'fault': {
      const quick = Object.hasOwn(quickFaults, text('fault')) ? quickFaults[text('fault')] : undefined
      if (quick !== undefined) faults.add(quick.fault)
      break
    }
    case 'remove-fault':
      faults.remove(text('id'))
      break
    case 'save':
      if (text('name') !== '') store.save(text('name').slice(0, 100))
      break
    case 'restore':
      store.restore(text('name'))
      break
  }
  return c.redirect('/emulator', 303)
}
