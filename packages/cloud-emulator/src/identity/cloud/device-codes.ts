import { randomBytes, randomInt } from 'node:crypto'
import type { EmulatedAccount } from '../directory.ts'
import type { Clock } from '../services.ts'

/** What a device asked for. */
export interface DeviceRequest {
  readonly clientId: string
  /** First segment of the address it was asked at. */
  readonly tenant: string
  readonly scope: string | undefined
  readonly resource: string | undefined
}

/** A device's request and what became of it. */
export interface DeviceCode extends DeviceRequest {
  readonly deviceCode: string
  readonly userCode: string
  readonly expiresAt: number
  outcome: 'pending' | 'declined' | EmulatedAccount
  lastAsked: number | undefined
}

/** Device codes that were handed out. */
export interface DeviceCodes {
  /** Seconds between two requests of a device. */
  readonly interval: number
  readonly begin: (request: DeviceRequest) => DeviceCode
  readonly byUserCode: (userCode: string) => DeviceCode | undefined
  /** Looks at a request once more; `too-often` where the device does not wait. */
  readonly ask: (deviceCode: string) => DeviceCode | 'unknown' | 'expired' | 'too-often'
  /** The code was used. */
  readonly forget: (deviceCode: string) => void
}

/** Seconds for which a device code is good. */
export const deviceCodeLifetime = 900

/** No vowels, so that no words come about, and nothing that looks like something else. */
const letters = 'BCDFGHJKLMNPQRSTVWXZ23456789'

/** Device codes in memory; they end with the process. */
export function createDeviceCodes(clock: Clock, interval = 5): DeviceCodes {
  const codes = new Map<string, DeviceCode>()
  const now = () => clock.now().getTime()
  return {
    interval,
    begin: (request) => {
      for (const [key, { expiresAt }] of codes) if (expiresAt + deviceCodeLifetime * 1000 < now()) codes.delete(key)
      const code: DeviceCode = {
        ...request,
        deviceCode: randomBytes(48).toString('base64url'),
        userCode: Array.from({ length: 9 }, () => letters[randomInt(letters.length)]).join(''),
        expiresAt: now() + deviceCodeLifetime * 1000,
        outcome: 'pending',
        lastAsked: undefined,
      }
      codes.set(code.deviceCode, code)
      return code
    },
    byUserCode: (userCode) => {
      const wanted = userCode.replaceAll(/[\s-]/g, '').toUpperCase()
      return [...codes.values()].find((code) => code.userCode === wanted && code.expiresAt > now())
    },
    ask: (deviceCode) => {
      const code = codes.get(deviceCode)
      if (code === undefined) return 'unknown'
      if (code.expiresAt <= now()) return 'expired'
      const waited = now() - (code.lastAsked ?? Number.NEGATIVE_INFINITY)
      code.lastAsked = now()
      // A clock that is held shows no time between two requests, so nothing can be said about waiting.
      return waited > 0 && waited < interval * 500 ? 'too-often' : code
    },
    forget: (deviceCode) => {
      codes.delete(deviceCode)
    },
  }
}
