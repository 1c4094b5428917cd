import { DrizzleQueryError } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { openLog } from './log.ts'

it('writes neither secrets nor what people typed', () => {
  const lines: string[] = []
  const log = openLog({ logLevel: 'info', version: '1' }, { write: (line) => lines.push(line) })
  log.info({ token: 'hush-1', session: { cookie: 'hush-2' }, a: { b: { password: 'hush-3' } } }, 'seen')
  const failed = new DrizzleQueryError('insert into comments values ($1)', ['hush-4'], new Error('duplicate key'))
  log.error({ err: failed }, 'failed')
  log.error({ err: new Error('outer', { cause: failed }) }, 'failed')
  const text = lines.join('')
  expect(lines).toHaveLength(3)
  expect(text).not.toContain('hush')
  expect(text).toContain('duplicate key')
})
