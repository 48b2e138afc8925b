import { Alert } from 'antd'
import { WhyLink } from '../record/Why.tsx'
import type { Trouble } from './useAttempt.ts'

/** Why something was not done, and a way to know more. */
export function TroubleAlert({ trouble }: { trouble: Trouble | undefined }) {
  if (!trouble) return null
  return (
    <Alert
      type="error"
      role="alert"
      showIcon
      message={
        <>
          {trouble.texts.join(' ')} <WhyLink asked={trouble.asked} />
        </>
      }
    />
  )
}
