using System.Net;
using Newtonsoft.Json.Linq;

/// <summary>Sorts the free cars by price, which the service leaves to its callers.</summary>
public class Script : ScriptBase
{
    public override async Task<HttpResponseMessage> ExecuteAsync()
    {
        var response = await this.Context.SendAsync(this.Context.Request, this.CancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            return response;
        }

        var answer = JObject.Parse(await response.Content.ReadAsStringAsync().ConfigureAwait(false));
        var cars = (answer["cars"] as JArray) ?? new JArray();
        answer["cars"] = new JArray(cars.OrderBy(car => (double?)car["dailyPrice"] ?? 0));
        response.Content = CreateJsonContent(answer.ToString());
        return response;
    }
}
