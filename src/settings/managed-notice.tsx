import { readManagedHere } from '../shared/network/managed.ts'
import { text } from '../strings/text.ts'
import { Banner } from '../ui/banner.tsx'

/** Says that an administrator has set something, or that the policy file can't be used. Nothing without such a file. */
export function ManagedNotice() {
  const { isManaged, organisation, problem } = readManagedHere()
  if (!isManaged) return null
  if (problem !== null) return <Banner tone="warning">{text('network.brokenNote', { problem })}</Banner>
  return (
    <Banner tone="info">
      {organisation === null ? text('network.managedByOrg') : text('network.managedBy', { organisation })}
    </Banner>
  )
}
