import { Skeleton } from 'antd'
import { unseen } from '../kinds/Blank.tsx'
import { useWords } from '../providers/i18n.ts'

/** Holds the place of a part whose answers are on their way. */
export function PartSkeleton() {
  const words = useWords()
  return (
    <div aria-busy="true">
      <span role="status" style={unseen}>
        {words('shell.loading')}
      </span>
      <Skeleton active title={false} paragraph={{ rows: 6, width: '100%' }} />
    </div>
  )
}
