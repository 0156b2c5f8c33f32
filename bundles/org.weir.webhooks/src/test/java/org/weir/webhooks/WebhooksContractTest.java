package org.weir.webhooks;

import org.weir.testkit.database.Schemas;
import org.weir.testkit.records.BundleContract;

@Schemas({"access", "records", "webhooks"})
final class WebhooksContractTest extends BundleContract {}
