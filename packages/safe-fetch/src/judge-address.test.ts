import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeAddress } from './judge-address.ts'

test.each(['1.1.1.1', '203.0.112.255', '172.15.255.255', '172.32.0.1', '2606:4700:4700::1111', '::ffff:1.1.1.1'])(
  '%s is public',
  (address) => {
    expect(judgeAddress(address)).toEqual({ allowed: true })
  },
)

test.each([
  ['127.0.0.1', 'the machine itself'],
  ['127.255.255.254', 'the machine itself'],
  ['::1', 'the machine itself'],
  ['::ffff:127.0.0.1', 'the machine itself'],
  ['::ffff:7f00:1', 'the machine itself'],
  ['10.0.0.1', 'inside a private network'],
  ['172.16.0.1', 'inside a private network'],
  ['192.168.178.1', 'inside a private network'],
  ['fd12:3456::1', 'inside a private network'],
  ['169.254.169.254', 'on the local link, where clouds keep their secrets'],
  ['168.63.129.16', 'on the local link, where clouds keep their secrets'],
  ['::ffff:168.63.129.16', 'on the local link, where clouds keep their secrets'],
  ['fe80::1', 'on the local link, where clouds keep their secrets'],
  ['100.64.0.1', 'inside a provider’s network'],
  ['0.0.0.0', 'no address of any machine'],
  ['::', 'no address of any machine'],
  ['255.255.255.255', 'a broadcast address'],
  ['224.0.0.1', 'a multicast address'],
  ['ff02::1', 'a multicast address'],
  ['192.0.2.1', 'reserved'],
  ['198.18.0.1', 'reserved'],
  ['240.0.0.1', 'reserved'],
  // IPv4 inside IPv6: through a translator, 6to4 and Teredo.
  ['64:ff9b::7f00:1', 'reserved'],
  ['2002:7f00:1::1', 'reserved'],
  ['2001:0:1::1', 'reserved'],
  ['2001:db8::1', 'reserved'],
  ['4000::1', 'reserved'],
  ['fe80::1%eth0', 'on the local link, where clouds keep their secrets'],
  ['localhost', 'no IP address'],
  ['', 'no IP address'],
])('%s is not: %s', (address, range) => {
  expect(judgeAddress(address)).toEqual({ allowed: false, range })
})

test('a network that was permitted may be reached, its neighbours may not', () => {
  const permitted = ['10.20.0.0/16', 'fd00:1::/32', 'nonsense']
  expect(judgeAddress('10.20.255.1', permitted)).toEqual({ allowed: true })
  expect(judgeAddress('::ffff:10.20.0.1', permitted)).toEqual({ allowed: true })
  expect(judgeAddress('fd00:1::2', permitted)).toEqual({ allowed: true })
  expect(judgeAddress('10.21.0.1', permitted).allowed).toBe(false)
  expect(judgeAddress('fd00:2::1', permitted).allowed).toBe(false)
})

test('no text is allowed that is no IP address', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      if (!/^[\d.:a-fx]+$/i.test(text)) expect(judgeAddress(text).allowed).toBe(false)
    }),
  )
  fc.assert(
    fc.property(fc.nat(255), fc.nat(255), fc.nat(255), (b, c, d) => {
      for (const first of [10, 127]) expect(judgeAddress(`${first}.${b}.${c}.${d}`).allowed).toBe(false)
      const hex = [(127 << 8) | b, (c << 8) | d].map((part) => part.toString(16)).join(':')
      expect(judgeAddress(`::ffff:${hex}`).allowed).toBe(false)
    }),
  )
})
