/** The readme of the example, in the sections the template asks for. */
export const exampleReadme = `# Contoso Harbour

Contoso Harbour keeps berths, bookings and ships' papers for harbour offices.

## Publisher: Contoso Harbour Ltd

## Prerequisites

An account at Contoso Harbour with the right to read and change bookings.

## Supported Operations

### List berths

Returns the berths of one basin.

### Create booking

Books a berth for a ship.

### When a booking changes

Fires when somebody changes a booking.

## Obtaining Credentials

Sign in with the account of your harbour office.

## Known Issues and Limitations

Papers may be no larger than twenty megabytes.

## Deployment Instructions

Import the connector's files with the command line and enter your own application's identifier.
`

/** The introduction that goes to the public page. */
export const exampleIntro = `Contoso Harbour keeps berths and bookings. This connector brings them into your flows.

## Prerequisites

An account at Contoso Harbour.

## How to get credentials

Ask the harbour office for an account.

## Get started with your connector

Choose a basin, then a berth.

## Known issues and limitations

Papers may be no larger than twenty megabytes.

## Common errors and remedies

A booking is refused when the berth is taken: choose another.

## FAQ

How old may a booking be? As old as the harbour office keeps it.
`

/** A script that passes every request on. */
export const exampleScript = `using System.Net;
using System.Net.Http;
using System.Threading.Tasks;

public class Script : ScriptBase
{
    public override async Task<HttpResponseMessage> ExecuteAsync()
    {
        return await Context.SendAsync(Context.Request, CancellationToken).ConfigureAwait(false);
    }
}
`
