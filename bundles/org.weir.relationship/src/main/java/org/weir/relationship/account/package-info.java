/** Accounts: customers and their groups. */
@NullMarked
package org.weir.relationship.account;

import org.jspecify.annotations.NullMarked;
