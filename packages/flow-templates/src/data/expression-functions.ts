/**
 * Functions of the workflow language, in lower case as the service compares them. Collected from the published reference
 * of the language and from calls in public flows; one that is missing here costs a warning, never an error.
 */
export const expressionFunctions: ReadonlySet<string> = new Set(
  `action actionBody actionOutputs actions add addDays addHours addMinutes addProperty addSeconds addToTime and appsetting
  array average base64 base64ToBinary base64ToString binary bool body chunk coalesce concat contains convertFromUtc
  convertTimeZone convertToUtc createArray dataUri dataUriToBinary dataUriToString dateDifference dayOfMonth dayOfWeek
  dayOfYear decimal decodeBase64 decodeDataUri decodeUriComponent decodeXml div empty encodeUriComponent encodeXml endsWith
  equals first float formatDateTime formatNumber formDataMultiValues formDataValue getFutureTime getPastTime greater
  greaterOrEquals guid if indexOf int intersection isFloat isInt item items iterationIndexes join json last lastIndexOf
  length less lessOrEquals listCallbackUrl max min mod mul multipartBody not nthIndexOf or outputs parameters parseDateTime
  rand range removeProperty replace result reverse setProperty skip slice sort split startOfDay startOfHour startOfMonth
  startsWith string sub substring subtractFromTime sum take ticks toLower toUpper trigger triggerBody
  triggerFormDataMultiValues triggerFormDataValue triggerMultipartBody triggerOutputs trim union uriComponent
  uriComponentToBinary uriComponentToString uriHost uriPath uriPathAndQuery uriPort uriQuery uriScheme utcNow variables
  workflow xml xpath`
    .trim()
    .split(/\s+/)
    .map((name) => name.toLowerCase()),
)

/** Functions whose first argument is the name of an action that has to have run. */
export const actionFunctions: ReadonlySet<string> = new Set([
  'actionbody',
  'actionoutputs',
  'actions',
  'body',
  'formdatamultivalues',
  'formdatavalue',
  'multipartbody',
  'outputs',
  'result',
])

/** Functions whose argument is the name of a loop around them. */
export const loopFunctions: ReadonlySet<string> = new Set(['items', 'iterationindexes'])

/** Functions that need a trigger. */
export const triggerFunctions: ReadonlySet<string> = new Set([
  'listcallbackurl',
  'trigger',
  'triggerbody',
  'triggerformdatamultivalues',
  'triggerformdatavalue',
  'triggermultipartbody',
  'triggeroutputs',
])
