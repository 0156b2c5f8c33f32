/** Power surveys of a customer's sites: the partner's own record type, its actions, tab and page. */
@NullMarked
package org.weir.partner.example.survey;

import org.jspecify.annotations.NullMarked;
