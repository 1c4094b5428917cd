import { expect, test } from 'vitest'
import type { Finding } from '../finding.ts'
import type { Severity } from '../severity.ts'
import { groupFindings } from './group-findings.ts'

const finding = (file: string, severity: Severity, ruleId: string): Finding => ({
  file,
  severity,
  ruleId,
  message: { what: '', why: '', fix: '' },
  fingerprint: '0'.repeat(16),
})

test('files with errors come first, in a file what blocks comes first, rules stay together', () => {
  const groups = groupFindings([
    finding('a', 'warning', 'w'),
    finding('a', 'info', 'i'),
    finding('b', 'warning', 'w'),
    finding('b', 'error', 'e2'),
    finding('b', 'error', 'e1'),
    finding('b', 'error', 'e2'),
    finding('c', 'error', 'e'),
  ])
  expect(
    groups.map(({ file, groups: own }) => [file, own.map(({ ruleId, findings }) => `${ruleId} ${findings.length}`)]),
  ).toEqual([
    ['b', ['e2 2', 'e1 1', 'w 1']],
    ['c', ['e 1']],
    ['a', ['w 1', 'i 1']],
  ])
})
