import { expect, test } from 'vitest'
import { nodeRequest, thisMachine } from './node-request.mjs'

const linux = { platform: 'linux', arch: 'x64', glibc: true }

test.each([
  { ...linux, version: '20.19.0' },
  { ...linux, version: '22.0.0' },
  { ...linux, version: '24.21.0' },
  { platform: 'darwin', arch: 'arm64', glibc: false, version: '24.0.0' },
  { platform: 'win32', arch: 'x64', glibc: false, version: '25.1.0' },
])('$platform $arch with Node $version will do', (machine) => {
  expect(nodeRequest(machine)).toBeUndefined()
})

test.each([
  { machine: { ...linux, version: '20.18.9' }, asksFor: 'Node 20.19 or newer' },
  { machine: { ...linux, version: '18.20.0' }, asksFor: 'Node 20.19 or newer' },
  { machine: { ...linux, glibc: false, version: '22.12.0' }, asksFor: 'Node 24.0 or newer' },
  { machine: { ...linux, arch: 'arm64', version: '22.12.0' }, asksFor: 'Node 24.0 or newer' },
  { machine: { platform: 'darwin', arch: 'arm64', glibc: false, version: '23.11.0' }, asksFor: 'Node 24.0 or newer' },
])('$machine.platform $machine.arch glibc $machine.glibc with Node $machine.version is asked for another', (row) => {
  const request = nodeRequest(row.machine)
  expect(request).toContain(row.asksFor)
  expect(request).toContain(`this is ${row.machine.version}`)
})

test('the machine that runs this is described by its own version', () => {
  expect(thisMachine()).toMatchObject({ platform: process.platform, version: process.versions.node })
})
