import { z } from 'zod'

/** A body that is bytes and not JSON: uploads, and downloads of packages. */
export const binaryBody = z.instanceof(Uint8Array).meta({ format: 'binary' })
