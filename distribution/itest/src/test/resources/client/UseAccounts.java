import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.AccountApi;
import org.openapitools.client.model.AccountRecord;
import org.openapitools.client.model.AccountRecordCreate;
import org.openapitools.client.model.AccountRecordPage;
import org.openapitools.client.model.AccountRecordPatch;
import org.openapitools.client.model.Bulk;
import org.openapitools.client.model.BulkItem;
import org.openapitools.client.model.BulkResults;
import org.openapitools.client.model.RefOrId;

/** What a stranger's program does with a client that was generated from the description alone. */
public final class UseAccounts {
    private final AccountApi accounts;

    private UseAccounts(String url, String authorization) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(url + "/api");
        client.setRequestInterceptor(it -> it.header("Authorization", authorization));
        accounts = new AccountApi(client);
    }

    public static void main(String[] arguments) throws ApiException {
        String authorization = "Basic " + Base64.getEncoder().encodeToString((arguments[1]).getBytes());
        new UseAccounts(arguments[0], authorization).everything();
    }

    private void everything() throws ApiException {
        AccountRecordCreate wanted = new AccountRecordCreate()
                .name("Generated Group")
                .kind(AccountRecordCreate.KindEnum.GROUP)
                .country("DE")
                .codes(List.of("GEN-1"));
        String key = UUID.randomUUID().toString();
        AccountRecord group = accounts.createAccount(wanted, key);
        same(group.getId(), accounts.createAccount(wanted, key).getId(), "the same intent is done once");
        AccountRecord company = accounts.createAccount(
                new AccountRecordCreate()
                        .name("Generated Company")
                        .kind(AccountRecordCreate.KindEnum.COMPANY)
                        .parent(new RefOrId(group.getId())),
                null);
        same(group.getId(), company.getParent().getId(), "a reference");
        same("Generated Group", company.getParent().getTitle(), "its title");

        AccountRecord read = accounts.readAccount(group.getId(), null, null);
        same("DE", read.getCountry(), "read as written");
        same(AccountRecord.KindEnum.GROUP, read.getKind(), "a choice");
        AccountRecordPage page = accounts.listAccount("name==Generated*", null, "-name", null, null, null, 1, true);
        same("Generated Group", page.getItems().get(0).getName(), "the first in that order");
        same(2, page.getCount().getNumber(), "counted");
        AccountRecordPage rest =
                accounts.listAccount("name==Generated*", null, "-name", null, page.getNext(), null, 1, null);
        same(company.getId(), rest.getItems().get(0).getId(), "the next page");

        AccountRecord changed = accounts.changeAccount(
                group.getId(), tag(read), new AccountRecordPatch().city("Aachen"), null);
        same("Aachen", changed.getCity(), "changed");
        same("DE", changed.getCountry(), "what was not said has stayed");
        refused(412, () -> accounts.changeAccount(
                group.getId(), tag(read), new AccountRecordPatch().city("Köln"), null));
        refused(422, () -> accounts.createAccount(
                new AccountRecordCreate().name(" ").kind(AccountRecordCreate.KindEnum.GROUP), null));

        AccountRecord known = accounts.upsertAccount("codes", "GEN-1", new AccountRecordPatch().city("Bonn"), null);
        same(group.getId(), known.getId(), "found by its key");
        AccountRecord made = accounts.upsertAccount(
                "codes",
                "GEN-2",
                new AccountRecordPatch().name("Generated Third").kind(AccountRecordPatch.KindEnum.COMPANY),
                null);
        same(made.getId(), accounts.readByKeyAccount("codes", "GEN-2").getId(), "made under its key");

        BulkResults bulk = accounts.bulkAccount(
                new Bulk().items(List.of(
                        new BulkItem()
                                .operation(BulkItem.OperationEnum.CREATE)
                                .values(Map.of("name", "Generated Fourth", "kind", "company")),
                        new BulkItem()
                                .operation(BulkItem.OperationEnum.UPDATE)
                                .id(made.getId())
                                .version(made.getVersion())
                                .values(Map.of("city", "Trier")))),
                true,
                null);
        same(List.of(201, 200), bulk.getResults().stream().map(it -> it.getStatus()).toList(), "many at once");

        accounts.deleteAccount(company.getId(), tag(company), null);
        refused(404, () -> accounts.readAccount(company.getId(), null, null));
    }

    private static String tag(AccountRecord record) {
        return "\"v" + record.getVersion() + "\"";
    }

    private interface Try {
        void run() throws ApiException;
    }

    private static void refused(int status, Try what) {
        try {
            what.run();
        } catch (ApiException e) {
            same(status, e.getCode(), "refused: " + e.getResponseBody());
            return;
        }
        throw new AssertionError("not refused with " + status);
    }

    private static void same(Object expected, Object actual, String what) {
        if (!expected.equals(actual)) {
            throw new AssertionError(what + ": expected " + expected + " but was " + actual);
        }
    }
}
