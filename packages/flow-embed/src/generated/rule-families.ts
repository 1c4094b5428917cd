// Made by tools/generate.ts from the files in src/rules.
import type { RuleFamily } from '../engine/rule-family.ts'
import { galleryAddress } from '../rules/gallery/gallery-address.ts'
import { contentPolicy } from '../rules/headers/content-policy.ts'
import { isolation } from '../rules/headers/isolation.ts'
import { actionData } from '../rules/listening/action-data.ts'
import { actions } from '../rules/listening/actions.ts'
import { listeners } from '../rules/listening/listeners.ts'
import { tokenExposure } from '../rules/listening/token-exposure.ts'
import { tokenListener } from '../rules/listening/token-listener.ts'
import { tokenRequest } from '../rules/listening/token-request.ts'
import { widgetTexts } from '../rules/listening/widget-texts.ts'
import { frameAttributes } from '../rules/page/frame-attributes.ts'
import { messageOrigin } from '../rules/page/message-origin.ts'
import { pageHttps } from '../rules/page/page-https.ts'
import { portalFrame } from '../rules/page/portal-frame.ts'
import { browserRun } from '../rules/proof/browser-run.ts'
import { tokenFits } from '../rules/proof/token-fits.ts'
import { scriptReadable } from '../rules/script/script-readable.ts'
import { sdkAnswers } from '../rules/script/sdk-answers.ts'
import { sdkOptions } from '../rules/script/sdk-options.ts'
import { sdkScript } from '../rules/script/sdk-script.ts'
import { defaultParameters } from '../rules/widget/default-parameters.ts'
import { settingValues } from '../rules/widget/setting-values.ts'
import { widgetCare } from '../rules/widget/widget-care.ts'
import { widgetContainer } from '../rules/widget/widget-container.ts'
import { widgetOptions } from '../rules/widget/widget-options.ts'
import { widgetType } from '../rules/widget/widget-type.ts'

/** Every family of rules, by folder and name. */
export const ruleFamilies: readonly RuleFamily[] = [
  galleryAddress,
  contentPolicy,
  isolation,
  actionData,
  actions,
  listeners,
  tokenExposure,
  tokenListener,
  tokenRequest,
  widgetTexts,
  frameAttributes,
  messageOrigin,
  pageHttps,
  portalFrame,
  browserRun,
  tokenFits,
  scriptReadable,
  sdkAnswers,
  sdkOptions,
  sdkScript,
  defaultParameters,
  settingValues,
  widgetCare,
  widgetContainer,
  widgetOptions,
  widgetType,
]
