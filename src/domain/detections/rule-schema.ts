// The shape of one document of a rule file, as far as Ledgerline reads it. What else stands there is ignored. Nothing nests deeper
// than a map in a list, so that nobody has to go down without end.
// https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-rules-specification.md
// https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-correlation-rules-specification.md

import * as z from 'zod/mini';

const someText = z.string().check(z.minLength(1), z.maxLength(10_000));
const optionalText = z.pipe(
  z.nullish(z.string()),
  z.transform((text) => text ?? ''),
);
/** A list; many write one text where a list is meant. */
const textList = z.pipe(
  z.nullish(z.union([z.string(), z.array(z.unknown())])),
  z.transform((list) => (typeof list === 'string' ? [list] : (list ?? []).map(String))),
);

export const ruleLevels = ['informational', 'low', 'medium', 'high', 'critical'] as const;
export type RuleLevel = (typeof ruleLevels)[number];

const scalarSchema = z.union([z.string(), z.number(), z.bigint(), z.boolean(), z.null()]);
const questionsSchema = z.record(z.string(), z.union([scalarSchema, z.array(scalarSchema)]));
const selectionSchema = z.union([scalarSchema, questionsSchema, z.array(z.union([scalarSchema, questionsSchema]))]);

/** What a field is compared with. Whole numbers are big ones: ids in records have more digits than a number holds. */
export type Scalar = z.infer<typeof scalarSchema>;
/** Fields with their modifiers, and what each is compared with: all must hold. */
export type Questions = z.infer<typeof questionsSchema>;
/** Of a list one must hold; what is no map is looked for anywhere in the record. */
export type Selection = z.infer<typeof selectionSchema>;

const logSourceSchema = z.object({ product: optionalText, service: optionalText, category: optionalText });
export type LogSource = z.infer<typeof logSourceSchema>;

const detectionSchema = z.pipe(
  z.catchall(
    z.object({ condition: z.union([someText, z.array(someText).check(z.minLength(1))]), timeframe: z.optional(z.unknown()) }),
    selectionSchema,
  ),
  z.transform(({ condition, timeframe: _, ...selections }) => ({
    /** One must hold. */
    conditions: [condition].flat(),
    selections: new Map<string, Selection>(Object.entries(selections)),
  })),
);
export type DetectionSection = z.infer<typeof detectionSchema>;

const count = z.union([z.bigint(), z.number().check(z.int())]);
const countSchema = z.object({
  gt: z.optional(count),
  gte: z.optional(count),
  lt: z.optional(count),
  lte: z.optional(count),
  eq: z.optional(count),
  neq: z.optional(count),
  field: z.optional(z.union([z.string(), z.array(z.string())])),
});
export type CountCondition = z.infer<typeof countSchema>;

const correlationSchema = z.object({
  type: someText,
  rules: z.union([someText, z.array(someText).check(z.minLength(1))]),
  'group-by': textList,
  timespan: someText,
  aliases: z.optional(z.record(z.string(), z.record(z.string(), z.string()))),
  condition: z.optional(z.union([z.string(), countSchema])),
  generate: z.optional(z.boolean()),
});
export type CorrelationSection = z.infer<typeof correlationSchema>;

const facts = {
  title: someText,
  id: optionalText,
  name: z.optional(someText),
  description: optionalText,
  level: z.optional(z.enum(ruleLevels)),
  status: optionalText,
  author: z.pipe(
    textList,
    z.transform((names) => names.join(', ')),
  ),
  references: textList,
  tags: textList,
  falsepositives: textList,
};

export const detectionRuleSchema = z.object({ ...facts, logsource: logSourceSchema, detection: detectionSchema });
export const correlationRuleSchema = z.object({ ...facts, correlation: correlationSchema });
