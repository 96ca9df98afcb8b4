// Paths into AuditData, written the way administrators would say them:
//   MessageId                              a property
//   Item.ParentFolder.Path                 a property of a property
//   AffectedItems[0].Subject               an array element
//   OperationProperties[MailSubject]       the Value beside that Name in a Name/Value array (or Key/Value)
//   MessageId|Item.InternetMessageId       alternatives: the first of these that is there and not empty
//   Data.sip                               the same inside a text that holds JSON
// A property whose own name contains a dot, bracket or bar is written as a quoted step: ["odata.type"]. Inside of brackets a bar
// is a character like any other.

export type PathStep =
  | { readonly kind: 'property'; readonly name: string }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'named'; readonly name: string };

const step = /^(?:\.?([^.[\]|]+)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]|\[([^\]"]+)\])/;

/** The paths of which the first with a value counts; just the text itself for most. Whether they are paths is not looked at. */
export function splitAlternatives(text: string): string[] {
  const alternatives = [''];
  for (const [piece] of text.matchAll(/\["(?:[^"\\]|\\.)*"\]|\[[^\]"]+\]|[^[|]+|[[|]/g)) {
    if (piece === '|') alternatives.push('');
    else alternatives.push(`${alternatives.pop()}${piece}`);
  }
  return alternatives;
}

/** One path, without alternatives; `undefined` when the text is not a path. */
export function parsePath(text: string): readonly PathStep[] | undefined {
  const steps: PathStep[] = [];
  let rest = text;
  while (rest !== '') {
    const match = step.exec(rest);
    if (!match) return undefined;
    const [whole, property, index, quoted, named] = match;
    if (property !== undefined) steps.push({ kind: 'property', name: property });
    else if (index !== undefined) steps.push({ kind: 'index', index: Number(index) });
    else if (quoted !== undefined) steps.push({ kind: 'property', name: quoted.replace(/\\(.)/g, '$1') });
    else if (named !== undefined) steps.push({ kind: 'named', name: named });
    rest = rest.slice(whole.length);
  }
  return steps.length > 0 ? steps : undefined;
}

/** One property step as it is written in a path. */
export function propertyStep(name: string): string {
  return /^[^.[\]"|]+$/.test(name) ? name : `["${name.replace(/["\\]/g, '\\$&')}"]`;
}
