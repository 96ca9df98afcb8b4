// Why Exchange refuses a cmdlet, in its own words.

export class ExchangeFailure extends Error {
  readonly status: 400 | 403 | 404;
  /** The .NET exception Exchange names before the text. */
  readonly exception: string;

  constructor(status: 400 | 403 | 404, exception: string, text: string) {
    super(text);
    this.status = status;
    this.exception = exception;
  }
}

export function unknownCmdlet(name: string): ExchangeFailure {
  return new ExchangeFailure(
    400,
    'System.Management.Automation.CommandNotFoundException',
    `The term '${name}' is not recognized as the name of a cmdlet, function, script file, or operable program.`,
  );
}

export function objectNotFound(identity: string): ExchangeFailure {
  return notFound(`The operation couldn't be performed because object '${identity}' couldn't be found.`);
}

export function notFound(text: string): ExchangeFailure {
  return new ExchangeFailure(404, 'Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException', text);
}

/** The parameters are well formed, but what they ask for cannot be. */
export function invalidOperation(text: string): ExchangeFailure {
  return new ExchangeFailure(400, 'System.InvalidOperationException', text);
}

export function invalidParameters(text: string): ExchangeFailure {
  return new ExchangeFailure(400, 'System.Management.Automation.ParameterBindingException', text);
}
