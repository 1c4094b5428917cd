import { z } from 'zod'

/** An error inside an answer whose status says that all is well; callers have to look for it. */
export const resourceError = z.looseObject({ code: z.string(), message: z.string() })
