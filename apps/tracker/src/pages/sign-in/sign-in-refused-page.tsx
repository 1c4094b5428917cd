import type { SignInFailure } from '../../sign-in/sign-in-failure.ts'
import { Banner } from '../components/banner.tsx'
import { LinkButton } from '../components/button.tsx'
import type { Frame } from '../components/frame.ts'
import { Headline, Page } from '../components/page.tsx'

interface SignInRefusedPageProps {
  readonly frame: Frame
  readonly failure: SignInFailure
}

/** A sign-in that came to nothing: what happened, why, what to do, and that nothing is lost. */
export function SignInRefusedPage({ frame, failure }: SignInRefusedPageProps) {
  const { texts, requestId } = frame
  const { refused } = texts.frame
  return (
    <Page frame={frame} title={refused.title} width="reading">
      <Headline title={failure.what[texts.language]} sub={refused.nothingLost} />
      <Banner level="error" title={failure.why[texts.language]} request={{ id: requestId, texts }}>
        <p>{failure.fix[texts.language]}</p>
      </Banner>
      <p>
        <LinkButton kind="primary" href="/sign-in">
          {refused.again}
        </LinkButton>
      </p>
    </Page>
  )
}
