import { v7 } from 'uuid'

/** What an id names; the prefix makes a stray id readable in a log. */
export type IdPrefix =
  | 'org'
  | 'isv'
  | 'usr'
  | 'mbr'
  | 'inv'
  | 'ses'
  | 'prd'
  | 'gls'
  | 'evd'
  | 'evv'
  | 'run'
  | 'prb'
  | 'sub'
  | 'wai'
  | 'rev'
  | 'wvr'
  | 'dsp'
  | 'cmt'
  | 'aud'
  | 'job'
  | 'tok'
  | 'bal'

/** Makes ids; tests and the seed give their own so that they repeat. */
export type NewId = (prefix: IdPrefix) => string

/** An id that sorts by the time it was made, such as `isv_0193f6c2…`. */
export const newId: NewId = (prefix) => `${prefix}_${v7().replaceAll('-', '')}`
