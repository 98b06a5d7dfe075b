export const POLICY_EN = {
  'policy.access': 'The policy file {path} can’t be used: its permissions can’t be checked.',
  'policy.certificates':
    'The policy file {path} can’t be used: its certificate file is missing, isn’t an administrator’s, or contains no valid certificate.',
  'policy.huge': 'The policy file {path} can’t be used: it is larger than 64 KB.',
  'policy.json': 'The policy file {path} can’t be used: it isn’t complete JSON.',
  'policy.owner': 'The policy file {path} can’t be used: it doesn’t belong to an administrator.',
  'policy.unknownField': 'The policy file {path} can’t be used: “{field}” is not a known field.',
  'policy.unreadable': 'The policy file {path} can’t be read.',
  'policy.writable': 'The policy file {path} can’t be used: users who aren’t administrators can change it.',
  'policy.wrongValue': 'The policy file {path} can’t be used: “{field}” has no valid value.',
} as const
